package runtime

// sizeClasses are the sizes in which Go hands out small objects, in units of 8 bytes: a slice that append moves
// uses up the whole of its class, and programs can see that by cap.
var sizeClasses = [...]uint16{
	1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 64, 72, 80, 88,
	96, 112, 128, 144, 160, 176, 192, 224, 256, 288, 336, 384, 400, 432, 512, 608, 640, 672, 768, 816, 848, 864,
	1024, 1184, 1216, 1280, 1360, 1536, 1696, 1792, 2048, 2304, 2384, 2560, 2720, 3072, 3408, 3584, 4096,
}

// roundUpSize returns the size of the class that size bytes fall into; beyond 32 KB, whole pages of 8 KB.
func roundUpSize(size uint64) uint64 {
	if size > 32768 {
		return (size + 8191) &^ 8191
	}
	units := uint16((size + 7) / 8)
	low, high := uint32(0), uint32(len(sizeClasses)-1)
	for low < high {
		middle := (low + high) / 2
		if sizeClasses[middle] < units {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return uint64(sizeClasses[low]) * 8
}

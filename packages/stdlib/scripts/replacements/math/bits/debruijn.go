package bits

// A constant that the package's test exports and does nothing else with.
const deBruijn64 = 0x03f79d71b4ca8b09

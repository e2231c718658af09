/** The directory part of a path that uses `/`; `.` where there is none. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash > 0 ? path.slice(0, slash) : slash === 0 ? "/" : ".";
}

/** Joins a directory and a name; `.` adds nothing. */
export function joinPath(directory: string, name: string): string {
  if (directory === "." || directory === "") return name;
  if (name === "." || name === "") return directory;
  return directory.endsWith("/") ? directory + name : `${directory}/${name}`;
}

/** Removes `.` and `..` elements as far as that is possible without knowing the working directory. */
export function cleanPath(path: string): string {
  const absolute = path.startsWith("/");
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (part !== ".." || !absolute) out.push(part);
  }
  const joined = out.join("/");
  return absolute ? `/${joined}` : joined === "" ? "." : joined;
}

/** The directory above a cleaned path: above `.` it is `..`, above `..` it is `../..`; undefined above `/`. */
export function parentOf(directory: string): string | undefined {
  if (directory === "/") return undefined;
  if (directory === ".") return "..";
  if (directory === ".." || directory.endsWith("/..")) return `${directory}/..`;
  return directoryOf(directory);
}

/** The part of a path after its last `/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

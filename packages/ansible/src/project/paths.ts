/** The path of a name as seen from a folder; '' is the root of the project. Leaves the project only by `..` at the front. */
export function joinPath(folder: string, name: string): string {
  const parts: string[] = []
  const absolute = name.startsWith('/')
  for (const part of (absolute ? name : `${folder}/${name}`).split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return `${absolute ? '/' : ''}${parts.join('/')}`
}

/** The folder of a path; '' for the root of the project. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

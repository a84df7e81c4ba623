/** Adds items to a list, however many: a call takes no more than some ten thousands of arguments. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}

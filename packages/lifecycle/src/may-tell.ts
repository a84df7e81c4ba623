// What the readers look for, loosely: comments that name a release or a product, and the commands that do.
const telling =
  /^(?:[!#:].*(?:version|image|software|chassis|pid:|model|hardware|device:|junos|xr config)|(?:cisco|ios \(tm\)) |(?:\S{1,100}[#>])?[ \t]*(?:version |set version |asa version|boot (?:system|nxos)|license udi|switch \d+ provision))/im

/** Whether a configuration may tell of its release or its hardware. True is a guess, false is not. */
export const mayTellLifecycle = (text: string): boolean => telling.test(text)

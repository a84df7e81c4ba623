import { valueOf, type Device, type Item } from '@breakwater/core'

export type User = Item<'users'>

/** Names of what dials in, and is nobody: MAC addresses. */
const MAC = /^(?:[0-9a-f]{12}|[0-9a-f]{2}([:.-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})$/i

const BREAK_GLASS = /break|glass|emerg|rescue|fallback|local/i

const found = new WeakMap<Device, readonly User[]>()

/** The local accounts with which somebody manages the device: no dial-in, guests, single commands or MAC addresses. */
export function administrators(device: Device): readonly User[] {
  let users = found.get(device)
  if (users === undefined) {
    const chap = (valueOf(device.aaa.pppAuthentication) ?? []).length > 0
    users = device.users.items.filter(({ name, attributeList, autocommand, type, credentialForm, privilege }) => {
      if (MAC.test(name) || attributeList.state === 'known' || autocommand.state === 'known' || type.state === 'known')
        return false
      // A peer that answers CHAP has a password that can be read back, and no privilege.
      const dialsIn = chap && valueOf(credentialForm) === 'password' && privilege.state !== 'known'
      return !dialsIn && credentialForm.state === 'known'
    })
    found.set(device, users)
  }
  return users
}

/** The account that is to stay comes first: by its name, else by its privilege, else by its place. */
export function breakGlassFirst(users: readonly User[]): User[] {
  const kept =
    users.find(({ name }) => BREAK_GLASS.test(name)) ??
    users.find(({ privilege }) => valueOf(privilege) === 15) ??
    users[0]
  return kept === undefined ? [] : [kept, ...users.filter((user) => user !== kept)]
}

import type { Frontend, Note, ProjectReading, SourceDevice } from '@breakwater/core'
import { cloudDevices } from './cloud/devices.ts'
import { networkDevices } from './network/devices.ts'
import { loadProject, rootFolders } from './project/load.ts'
import type { LoadOptions } from './project/project.ts'

/** Reads the root modules among the files: their network devices, and each resource of a cloud that has a table. */
export const terraform: Frontend<LoadOptions> = {
  name: 'terraform',
  claims: (path) => /\.tf(?:\.json)?$/.test(path) && !path.includes('.terraform/'),
  read(paths, files, options): ProjectReading {
    const notes: Note[] = []
    const taken = new Set<string>()
    function* devices(): Generator<SourceDevice> {
      for (const root of rootFolders(files, paths)) {
        const project = loadProject(files, root, options)
        notes.push(...project.notes)
        for (const { path } of project.sources) taken.add(path)
        yield* networkDevices(project)
        yield* cloudDevices(project.resources)
      }
    }
    return { devices: devices(), notes, files: taken }
  },
}

import type { Frontend, Note, ProjectReading, SourceDevice } from '@breakwater/core'
import { cloudDevices } from './cloud/devices.ts'
import { isReadInPlans } from './cloud/tables.ts'
import { passedOver } from './cloud/passed-over.ts'
import { networkDevices } from './network/devices.ts'
import { loadProject, rootFolders } from './project/load.ts'
import { placePlan } from './plan/beside.ts'
import { isPlan, loadPlan } from './plan/load.ts'
import { moduleReader } from './project/reader.ts'
import { notJudged } from './project/not-judged.ts'
import type { LoadOptions, Project, Resource } from './project/project.ts'
import { addAll } from './add-all.ts'

const CONFIGURATION = /\.tf(?:\.json)?$/
/** Plans are called so by custom: `tfplan.json`, `plan.json`, `edge-plan.json`. */
const PLAN = /(?:^|\/)[^/]*plan[^/]*\.json$/i

/** Reads plans, and the root modules among the files: their network devices, and each resource of a cloud that has a table. */
export const terraform: Frontend<LoadOptions> = {
  name: 'terraform',
  claims: (path) => (CONFIGURATION.test(path) && !path.includes('.terraform/')) || PLAN.test(path),
  read(paths, files, options): ProjectReading {
    const notes: Note[] = []
    const taken = new Set<string>()
    function* devicesOf(project: Project, covered: ReadonlySet<string>): Generator<SourceDevice> {
      const isPassedOver = ({ mode, type }: Resource): boolean => mode === 'managed' && passedOver.has(type)
      addAll(notes, project.notes)
      addAll(notes, notJudged(project.resources.filter(isPassedOver)))
      for (const { path } of project.sources) taken.add(path)
      yield* networkDevices(
        { ...project, resources: project.resources.filter(({ address }) => !covered.has(address)) },
        files.folder,
      )
      yield* cloudDevices(project.resources, covered)
    }
    function* devices(): Generator<SourceDevice> {
      const read = moduleReader(files)
      // What a plan makes just as the configuration says is judged once, as the plan has it.
      const covered = new Map<string, Set<string>>()
      for (const path of paths.filter((one) => PLAN.test(one))) {
        const file = files.read(path)
        if (file === undefined || !isPlan(file)) continue
        const placed = placePlan(loadPlan(file, isReadInPlans), files, options)
        if (placed.root !== undefined)
          covered.set(placed.root, new Set([...(covered.get(placed.root) ?? []), ...placed.covered]))
        yield* devicesOf(placed.project, new Set())
      }
      for (const root of rootFolders(files, paths, read)) {
        yield* devicesOf(loadProject(files, root, options, read), covered.get(root) ?? new Set())
      }
    }
    return { devices: devices(), notes, files: taken }
  },
}

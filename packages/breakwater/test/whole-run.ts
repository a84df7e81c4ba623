import process from 'node:process'

/** `.ci/run` sets it. What builds or installs the whole workspace anew takes minutes, too many for every `npm test`. */
export const isWholeRun = process.env['BREAKWATER_WHOLE_RUN'] === 'true'

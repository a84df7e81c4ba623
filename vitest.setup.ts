import fc from 'fast-check'

// The same examples on every run, so that a red check is the change's own; `FAST_CHECK_SEED=<n>` tries others.
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_241_203) })

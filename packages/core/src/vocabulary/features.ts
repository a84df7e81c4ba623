import { list } from './declare.ts'

export const features = list<{ readonly name: string }>()(
  'Features that some line puts to use and no setting of their own tells; the key is the name, `at` the first such line',
  {},
)

import { deriveBookState } from '../../electron/domain/state/book-state.ts'
import { structurePeople } from '../../electron/domain/structure/structure-person.ts'
import { structureTable } from '../../electron/domain/structure/structure-table.ts'
import type { StructureDimension } from '../../electron/vocabulary/structure.ts'
import { bigSnapshot } from '../kit/big-snapshot.ts'
import { MANY } from '../kit/many-to-find.ts'
import { line, medianOf, type Measured } from './measure.ts'

const QUERIES = ['w', 'wa', 'wan', 'zhang', 'zhangw', '王', '王芳', '第12办公室', '9914', '退休', 'lml', '打印花名册']
const TABLES: readonly (readonly [StructureDimension, StructureDimension])[] = [
  ['age', 'level'],
  ['unit', 'age'],
  ['age', 'education'],
]
const nothing = () => Promise.resolve(null)

/** What a clerk waits for at a key stroke: the search of the window, and a table of 队伍结构, at ten thousand people. */
export async function measureScreens(): Promise<readonly Measured[]> {
  // The search stands in the page: what it takes of it is whether anybody listens.
  Object.assign(globalThis, { window: { addEventListener: () => undefined, location: { hash: '' } } })
  const { actionItems, bookItems } = await import('../../renderer/features/search/find-items.ts')
  const { findHits } = await import('../../renderer/features/search/find-hits.ts')
  const items = [...bookItems(MANY), ...actionItems()]
  const strokes: number[] = []
  for (const query of QUERIES) strokes.push(await medianOf(5, nothing, () => Promise.resolve(findHits(items, query))))
  const snapshot = bigSnapshot(10_000, 'seed-000')
  const { roster } = deriveBookState(snapshot)
  const people = structurePeople(snapshot, roster)
  const tables: number[] = []
  for (const [rows, columns] of TABLES)
    tables.push(
      await medianOf(5, nothing, () =>
        Promise.resolve(structureTable(people, { rows, columns, list: 'in-quota', unitIds: null, bands: null })),
      ),
    )
  const derive = await medianOf(5, nothing, () => Promise.resolve(structurePeople(snapshot, roster)))
  return [
    line('查找框一次按键 10000 人（上限 50 ms）', Math.max(...strokes), '上限', 50),
    line('队伍结构一张表 10000 人（上限 50 ms）', derive + Math.max(...tables), '上限', 50),
  ]
}

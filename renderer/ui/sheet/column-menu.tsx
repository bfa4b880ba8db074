import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { Checkbox, TextInput } from '../form.tsx'
import type { SheetColumn } from './sheet-shape.ts'
import { valuesOf, type ColumnFilter, type SheetLayout, type SortKey } from './sheet-view.ts'

/** More values than this are searched for, not listed. */
const LISTED = 200
/** Pixels left free at the sheet's edge, and the least height a menu needs. */
const EDGE = 20
const LOWEST = 160

interface ColumnMenuProps<T> {
  readonly column: SheetColumn<T>
  readonly place: number
  readonly rows: readonly T[]
  readonly layout: SheetLayout
  readonly onLayout: (next: SheetLayout) => void
  readonly onClose: () => void
}

/** What can be done with one column: order, filter by values, words or a span, freeze, move, hide, width. */
export function ColumnMenu<T>({ column, place, rows, layout, onLayout, onClose }: ColumnMenuProps<T>) {
  const box = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  /** Beside the keys there are, not in their place. */
  const [more, setMore] = useState(false)
  const filter: ColumnFilter = layout.filters[column.key] ?? {}
  const values = useMemo(() => valuesOf(rows, column), [rows, column])
  const listed = values.filter(({ text }) => text.includes(search))
  // Kept inside the sheet, which would cut it off at its edges.
  useLayoutEffect(() => {
    const element = box.current
    const frame = element?.closest('.cells-scroll')?.getBoundingClientRect()
    if (element === null || frame === undefined) return
    const own = element.getBoundingClientRect()
    const size = element.currentCSSZoom
    element.style.left = `${Math.min(0, (frame.right - own.right) / size - EDGE)}px`
    element.style.maxHeight = `${Math.max(LOWEST, (frame.bottom - own.top) / size - EDGE)}px`
  }, [])
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('button, input')?.focus()
    const onPress = (event: globalThis.PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) onClose()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [onClose])

  const setFilter = (next: ColumnFilter) => {
    const { [column.key]: _before, ...others } = layout.filters
    const said = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''))
    onLayout({ ...layout, filters: Object.keys(said).length === 0 ? others : { ...others, [column.key]: said } })
  }
  const chosen = new Set(filter.values ?? values.map(({ text }) => text))
  const choose = (texts: readonly string[]) =>
    setFilter({ ...filter, values: texts.length === values.length ? undefined : texts })
  const move = (by: number) => {
    const columns = [...layout.columns]
    const at = columns.indexOf(column.key)
    const [moved] = columns.splice(at, 1)
    if (moved !== undefined) columns.splice(at + by, 0, moved)
    onLayout({ ...layout, columns })
  }
  const sortBy = (key: Omit<SortKey, 'column'>) => {
    const others = more ? layout.sort.filter((one) => one.column !== column.key) : []
    onLayout({ ...layout, sort: [...others, { column: column.key, ...key }] })
    onClose()
  }
  const sorted = layout.sort.some((one) => one.column !== column.key)
  return (
    <div className="cells-menu" role="dialog" aria-label={`${column.title}：筛选与列`} ref={box}>
      <div className="cells-menu-line">
        <Button small onClick={() => sortBy({ down: false })}>
          升序
        </Button>
        <Button small onClick={() => sortBy({ down: true })}>
          降序
        </Button>
        <Button small onClick={() => sortBy({ down: false, strokes: true })}>
          按笔画
        </Button>
        {column.order !== undefined && (
          <Button small onClick={() => sortBy({ down: false, order: true })}>
            {column.order.title}
          </Button>
        )}
        <Button small disabled={layout.sort.length === 0} onClick={() => onLayout({ ...layout, sort: [] })}>
          不排序
        </Button>
      </div>
      {sorted && (
        <div className="cells-menu-line">
          <Checkbox label="排在现有次序之后（次要排序）" checked={more} onChange={setMore} />
        </div>
      )}
      <div className="cells-menu-line">
        <TextInput
          aria-label={`${column.title}含有`}
          placeholder="含有这些字"
          value={filter.words ?? ''}
          onChange={(words) => setFilter({ ...filter, words })}
        />
      </div>
      <div className="cells-menu-line">
        <TextInput
          aria-label={`${column.title}从`}
          placeholder="从"
          value={filter.from ?? ''}
          onChange={(from) => setFilter({ ...filter, from })}
        />
        <span>至</span>
        <TextInput
          aria-label={`${column.title}到`}
          placeholder="到"
          value={filter.to ?? ''}
          onChange={(to) => setFilter({ ...filter, to })}
        />
      </div>
      <TextInput aria-label="在值里找" placeholder="在值里找" value={search} onChange={setSearch} />
      <div className="cells-menu-line">
        <Button small look="link" onClick={() => choose([...new Set([...chosen, ...listed.map(({ text }) => text)])])}>
          全选
        </Button>
        <Button
          small
          look="link"
          onClick={() => {
            const gone = new Set(listed.map(({ text }) => text))
            setFilter({ ...filter, values: [...chosen].filter((text) => !gone.has(text)) })
          }}
        >
          全不选
        </Button>
        <Button small look="link" disabled={layout.filters[column.key] === undefined} onClick={() => setFilter({})}>
          清除筛选
        </Button>
      </div>
      <div className="cells-values">
        {listed.slice(0, LISTED).map(({ text, count }) => (
          <Checkbox
            key={text}
            label={`${text === '' ? '（空白）' : text}　${count}`}
            checked={chosen.has(text)}
            onChange={(wanted) => choose(wanted ? [...chosen, text] : [...chosen].filter((one) => one !== text))}
          />
        ))}
        {listed.length > LISTED && <p className="quiet">{`还有 ${listed.length - LISTED} 个，请写几个字来找。`}</p>}
      </div>
      <div className="cells-menu-line">
        <Button small onClick={() => onLayout({ ...layout, frozen: layout.frozen === place + 1 ? 0 : place + 1 })}>
          {layout.frozen === place + 1 ? '取消冻结' : '冻结到此列'}
        </Button>
        <Button small disabled={place === 0} onClick={() => move(-1)}>
          左移
        </Button>
        <Button small disabled={place === layout.columns.length - 1} onClick={() => move(1)}>
          右移
        </Button>
        <Button
          small
          onClick={() => {
            onLayout({ ...layout, group: layout.group === column.key ? null : column.key })
            onClose()
          }}
        >
          {layout.group === column.key ? '取消分组' : '按此列分组'}
        </Button>
        <Button
          small
          disabled={layout.columns.length === 1}
          onClick={() => {
            onLayout({ ...layout, columns: layout.columns.filter((key) => key !== column.key) })
            onClose()
          }}
        >
          隐藏
        </Button>
      </div>
    </div>
  )
}

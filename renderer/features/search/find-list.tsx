import type { FindItem } from './find-items.ts'
import type { HitGroup } from './find-hits.ts'

interface FindListProps {
  readonly id: string
  readonly shown: boolean
  readonly groups: readonly HitGroup[]
  readonly chosen: number
  readonly loading: boolean
  readonly onPick: (item: FindItem) => void
}

/** What was found, by group. The list is always there, so that the box may name it; hidden, it is empty. */
export function FindList({ id, shown, groups, chosen, loading, onPick }: FindListProps) {
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  let place = 0
  return (
    <div className={shown ? 'search-panel' : 'search-panel search-hidden'}>
      <div id={id} role="listbox" aria-label="找到的" className="search-list">
        {shown &&
          groups.map((group) => (
            <div key={group.group} role="group" aria-labelledby={`${id}-${group.group}`}>
              <div className="search-group" id={`${id}-${group.group}`} role="presentation">
                {group.title}
                {group.count > group.hits.length && <span>共 {group.count}，再打几个字会更准</span>}
              </div>
              {group.hits.map((item) => {
                const at = place
                place += 1
                return <Hit key={item.key} id={`${id}-${at}`} item={item} chosen={at === chosen} onPick={onPick} />
              })}
            </div>
          ))}
      </div>
      <p className={count === 0 && shown ? 'search-none' : 'visually-hidden'} role="status">
        {shown
          ? count > 0
            ? `找到 ${count} 项`
            : loading
              ? '正在读取编制本…'
              : '没有找到。换个说法，或少打几个字。'
          : ''}
      </p>
      {shown && count > 0 && (
        <p className="search-keys" aria-hidden="true">
          ↑ ↓ 走动　PageDown 下一组　回车打开　Esc 关闭
        </p>
      )}
    </div>
  )
}

interface HitProps {
  readonly id: string
  readonly item: FindItem
  readonly chosen: boolean
  readonly onPick: (item: FindItem) => void
}

function Hit({ id, item, chosen, onPick }: HitProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className="search-hit"
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' })
      }}
      // Before blur closes the list.
      onMouseDown={(event) => {
        event.preventDefault()
        onPick(item)
      }}
    >
      <strong>{item.title}</strong>
      <span>{item.detail}</span>
      {item.mark !== '' && <em>{item.mark}</em>}
    </div>
  )
}

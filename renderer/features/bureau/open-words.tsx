import { useState } from 'react'
import type { OpenWordView } from '../../../electron/contract/bureau-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** The county's own words that no drop-down has: she says once which entry is meant. */
export function OpenWords({ words }: { readonly words: readonly OpenWordView[] }) {
  if (words.length === 0) return null
  return (
    <section className="bureau-words" aria-label="本地写法">
      <h3>本地写法对应哪一项（选一次就记住）</h3>
      {words.map((word) => (
        <OpenWord key={`${word.list} ${word.word}`} word={word} />
      ))}
    </section>
  )
}

function OpenWord({ word }: { readonly word: OpenWordView }) {
  const [meant, setMeant] = useState('')
  const mean = useCommand('codeWords.mean')
  const save = async () => {
    const done = await mean.run({ list: word.list, word: word.word, meant })
    if (done !== null) toastSaved(`${word.title}：“${word.word}”对应“${meant}”`)
  }
  return (
    <div className="bureau-word">
      <span>
        {word.title}：<strong>{word.word}</strong>（{word.count} 处）
      </span>
      <Select
        width={260}
        aria-label={`${word.title} ${word.word} 对应`}
        value={meant}
        onChange={setMeant}
        choices={[{ value: '', label: '请选' }, ...word.choices.map((value) => ({ value, label: value }))]}
      />
      <Button small busy={mean.busy} disabled={meant === ''} onClick={() => void save()}>
        记住
      </Button>
      <ErrorLine error={mean.error} />
    </div>
  )
}

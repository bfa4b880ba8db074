import { useEffect, useRef, useState } from 'react'
import { TextInput } from './form.tsx'

interface FindInputProps {
  readonly label: string
  readonly placeholder: string
  readonly width: number
  readonly value: string
  readonly onFind: (text: string) => void
}

/**
 * Words that narrow a long list. A letter stands as soon as it is typed; the list is looked through once that has been painted, and once for
 * several letters typed meanwhile.
 */
export function FindInput({ label, placeholder, width, value, onFind }: FindInputProps) {
  const [now, setNow] = useState({ text: value, told: value })
  const asked = useRef<Asked>({ frame: 0, timer: 0 })
  // Told from elsewhere: Back, or the conditions were cleared.
  if (value !== now.told) setNow({ text: value, told: value })
  useEffect(() => () => forget(asked.current), [])
  return (
    <TextInput
      type="search"
      width={width}
      aria-label={label}
      placeholder={placeholder}
      value={now.text}
      onChange={(text) => {
        setNow((before) => ({ ...before, text }))
        forget(asked.current)
        asked.current.frame = requestAnimationFrame(() => {
          asked.current.timer = window.setTimeout(() => {
            setNow({ text, told: text })
            onFind(text)
          })
        })
      }}
    />
  )
}

interface Asked {
  frame: number
  timer: number
}

/** The words were typed on before they were looked up. */
function forget({ frame, timer }: Asked): void {
  cancelAnimationFrame(frame)
  clearTimeout(timer)
}

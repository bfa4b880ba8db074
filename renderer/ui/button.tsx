import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `main`: the one thing to do here. `danger`: cannot be undone. `link`: a door inside a line of text. */
  readonly look?: 'main' | 'plain' | 'danger' | 'link' | 'quiet'
  readonly busy?: boolean
  readonly small?: boolean
  readonly children: ReactNode
}

/** A button; busy keeps its width and says so to a screen reader. */
export function Button({
  look = 'plain',
  busy = false,
  small = false,
  disabled = false,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  const className = `button button-${look}${small ? ' button-small' : ''}`
  return (
    <button {...rest} type={type} className={className} disabled={disabled || busy} aria-busy={busy}>
      {busy && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  )
}

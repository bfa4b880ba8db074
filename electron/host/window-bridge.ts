import type { HostEvent } from '../contract/messages.ts'

/** The part of Electron's ipcRenderer the bridge uses. */
export interface RendererIpc {
  readonly invoke: (channel: string, ...values: unknown[]) => Promise<unknown>
  readonly on: (channel: string, listener: (event: unknown, ...values: HostEvent[]) => void) => unknown
  readonly off: (channel: string, listener: (event: unknown, ...values: HostEvent[]) => void) => unknown
}

/** What the page finds at `window.host`, and all of it. */
export interface WindowHost {
  readonly call: (name: string, input: unknown, circumstances?: unknown) => Promise<unknown>
  /** The page as it would print, as PDF in base64: sizes and breaks are those of its style sheet. */
  readonly printPdf: () => Promise<unknown>
  /** Returns the way to stop listening. */
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void
}

/** Three functions. Electron's event object stays behind: it would hand the page a way to send on any channel. */
export function createWindowHost(
  ipc: RendererIpc,
  channels: { readonly call: string; readonly event: string; readonly pdf: string },
): WindowHost {
  return {
    call: (name, input, circumstances) => ipc.invoke(channels.call, name, input, circumstances),
    printPdf: () => ipc.invoke(channels.pdf),
    onEvent: (listener) => {
      const forward = (_: unknown, event: HostEvent) => listener(event)
      ipc.on(channels.event, forward)
      return () => {
        ipc.off(channels.event, forward)
      }
    },
  }
}

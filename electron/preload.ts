import { contextBridge, ipcRenderer } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL, PDF_CHANNEL } from './host/ipc-host.ts'
import { createWindowHost } from './host/window-bridge.ts'

contextBridge.exposeInMainWorld(
  'host',
  createWindowHost(ipcRenderer, { call: CALL_CHANNEL, event: EVENT_CHANNEL, pdf: PDF_CHANNEL }),
)

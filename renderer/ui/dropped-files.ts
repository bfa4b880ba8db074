/* Files of a drop, those inside dropped folders too. */

const DEEPEST = 6

/** Every file that was dropped, folder by folder. The entries must be taken at once: the browser empties the drop when the event ends. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files]
  const found = await Promise.all(entries.map((entry) => filesOf(entry, 0)))
  return found.flat()
}

async function filesOf(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (isFile(entry))
    return new Promise((resolve) =>
      entry.file(
        (file) => resolve([file]),
        () => resolve([]),
      ),
    )
  if (!isDirectory(entry) || depth > DEEPEST) return []
  const reader = entry.createReader()
  const children: FileSystemEntry[] = []
  // A directory answers a hundred entries at a time, and with none at its end.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) break
    children.push(...some)
  }
  const files = await Promise.all(children.map((child) => filesOf(child, depth + 1)))
  return files.flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

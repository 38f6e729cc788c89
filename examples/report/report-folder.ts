/** The report's files in their folder. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "it may not be written to",
  EPERM: "it may not be written to",
  EROFS: "it may not be written to",
  EEXIST: "a file has that name",
  ENOTDIR: "a part of that path is a file",
  ENOENT: "it cannot be made",
  EISDIR: "a folder has the name of one of its files",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links lead in circles",
  ENOSPC: "the disk is full",
};

/** Why a report could not be written, as a sentence. */
export class ReportFolderError extends Error {}

/**
 * Makes the folder where there is none, and writes the files. Of the report's own files from another time those with
 * `null` are removed, and nothing else in the folder is touched.
 */
export function writeReportFolder(folder: string, files: ReadonlyMap<string, string | null>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) {
      const path = join(folder, name);
      if (content === null) rmSync(path, { force: true });
      else writeFileSync(path, content);
    }
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const reason = REASONS[String(error.code)] ?? error.message;
    throw new ReportFolderError(`The report cannot be written to ${folder}: ${reason}`, { cause: error });
  }
}

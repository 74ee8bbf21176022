#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { stdin } from 'node:process';
import { text } from 'node:stream/consumers';
import { run } from './command.ts';

process.exitCode = await run(process.argv.slice(2), {
  read: (file) => (file === '-' ? text(stdin) : readFile(file, 'utf8')),
  out: (text) => void process.stdout.write(text),
  tell: (line) => console.error(line),
});

import { problem } from '../../shared/problem.ts';
import type { Command, CommandAnswer } from '../messages.ts';

export type SendCommand = (command: Command) => Promise<CommandAnswer>;

/** Commands by `runtime.sendMessage`. Never throws: no answer is an answer. */
export function createCommands(sendMessage: (message: Command) => Promise<unknown>): SendCommand {
  return async (command) => {
    try {
      const answer = await sendMessage(command);
      if (isAnswer(answer)) return answer;
    } catch {
      // The background is starting anew, or was updated under this page.
    }
    return { ok: false, problem: problem('no-answer') };
  };
}

const isAnswer = (answer: unknown): answer is CommandAnswer =>
  typeof answer === 'object' && answer !== null && typeof (answer as CommandAnswer).ok === 'boolean';

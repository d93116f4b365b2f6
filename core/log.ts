import { pino, type Logger } from 'pino'

export type { Logger }

/**
 * One logger per process, JSON lines on standard error (standard output belongs to commands).
 * Headers and fields that can carry a person's secret are masked; addresses of people are never logged.
 */
export function createLogger(room: string, level: string): Logger {
  return pino(
    {
      name: room,
      level,
      redact: {
        paths: [
          'req.headers.cookie',
          'req.headers.authorization',
          '*.password',
          '*.token',
          '*.email',
        ],
        censor: '[masked]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}

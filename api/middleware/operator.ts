import type { RequestHandler } from 'express'
import type { Config } from '../../core/config.ts'
import { isOperator } from './limits.ts'
import { HttpError } from './problem.ts'

/**
 * Lets only the operator through (Authorization: Bearer FOOTHOLD_OPERATOR_TOKEN, compared in constant
 * time). Everybody else gets the 404 of an address that does not exist, whatever the method.
 */
export function operatorOnly({ FOOTHOLD_OPERATOR_TOKEN: token }: Config): RequestHandler {
  return (req, _res, next) => {
    next(
      isOperator(req, token) ? undefined : new HttpError(404, 'There is nothing at this address.'),
    )
  }
}

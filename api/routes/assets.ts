import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { paths } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'

const ASSETS = fileURLToPath(new URL('../../web/assets/', import.meta.url))

/** Style sheet, script and icon. With `?v=` in the address a file may be kept for a year, else it is asked for again. */
export function assetRoutes({ config: { FOOTHOLD_PUBLIC_URL: publicUrl } }: Deps): Router {
  // A map has to be named by its whole address, which only the operator knows for sure.
  const map =
    publicUrl === undefined ? '' : `Sitemap: ${publicUrl.replace(/\/+$/, '')}${paths.sitemap}\n`
  const robots = `User-agent: *\nDisallow: /api/\nDisallow: /advice\n${map}`
  const router = Router()
  router.use('/assets', (req, res, next) => {
    const versioned = /[?&]v=[\w.-]+/.test(req.originalUrl)
    const how = versioned ? 'public, max-age=31536000, immutable' : FRESH
    express.static(ASSETS, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (answer) => answer.set('Cache-Control', how),
    })(req, res, next)
  })
  router
    .route(['/favicon.ico', '/favicon.svg'])
    .get(cache('hour'), (_req, res) => {
      res.type('image/svg+xml').sendFile('favicon.svg', { root: ASSETS, cacheControl: false })
    })
    .all(onlyMethods('GET'))
  router
    .route('/robots.txt')
    .get(cache('hour'), (_req, res) => {
      res.type('text/plain').send(robots)
    })
    .all(onlyMethods('GET'))
  return router
}

const FRESH = 'public, max-age=0, must-revalidate'

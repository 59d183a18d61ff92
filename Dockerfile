# One image for the service; a command of its own will start a worker from it, once there is one.

FROM node:24-bookworm-slim AS modules
WORKDIR /app
COPY .npmrc package.json package-lock.json prisma.config.ts ./
COPY prisma/schema.prisma prisma/
# The embedded Postgres stays out (a container asks a server of its own), and so does Prisma's tool, once it has made the client.
RUN npm ci --omit=dev --omit=optional \
  && npm pkg delete dependencies.prisma scripts.postinstall \
  && npm prune --omit=dev --omit=optional --ignore-scripts
# Half of Prisma's client is for databases that are not used here.
RUN cd node_modules/@prisma/client/runtime && rm *.cockroachdb.* *.mysql.* *.sqlite.* *.sqlserver.*
RUN mkdir data

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/app/data
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=modules /app/src/adapters/postgres/generated src/adapters/postgres/generated
# The only place that is written to: an API key made on first start is kept there. With BOOTSTRAP_API_KEY nothing is.
COPY --from=modules --chown=node:node /app/data data
COPY package.json ./
COPY scripts/start.mjs scripts/
COPY examples examples
COPY prisma prisma
COPY src src
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]

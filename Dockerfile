# The image of one executable: `docker run opendata --help` shows what it can do, and without arguments it serves /data.
FROM node:20-slim AS console
WORKDIR /console
COPY src/OpenData.Server/Console ./
RUN npm ci --no-audit --no-fund --ignore-scripts && node build.js bundle

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY schemas schemas
COPY src src
# The SDK's image has no npm: the console was bundled beside it.
COPY --from=console /console/bundle src/OpenData.Server/obj/console/bundle
# Compiled ahead, with its runtime, for the platform that the image is built on.
RUN dotnet publish src/OpenData.Cli --configuration Release \
    --runtime "$(dotnet msbuild src/OpenData.Cli -getProperty:NETCoreSdkPortableRuntimeIdentifier)" --output /app -p:BuildConsole=false

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
# The distribution's SQLite gets security fixes with the image; ours inside is the fallback.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner="$APP_UID" --group="$APP_UID" /data
COPY --from=build /app /app
COPY datasets /app/datasets
# The addresses are told on the command line; the base image's own default would only draw a warning.
ENV ASPNETCORE_HTTP_PORTS=
USER $APP_UID
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=15s \
    CMD ["/app/opendata", "health", "--url", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["/app/opendata"]
CMD ["serve", "--data", "/data", "--urls", "http://0.0.0.0:8080"]

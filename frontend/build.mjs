// Builds what the browser loads: scripts, styles, fonts, icons and their licences, into the package's static files.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/bedside/web/static/dist");
// Every script beside this file is an entry; what entries share lies in folders.
const scripts = (await readdir(here)).filter((name) => name.endsWith(".js")).sort();

/** The packages that the bundles hold, by the files that went in. */
function packagesIn(inputs) {
  const names = Object.keys(inputs).flatMap((file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []);
  return [...new Set(names)].sort();
}

async function licenceOf(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((each) => join(folder, each)).find(existsSync);
  if (!file) throw new Error(`${name} carries no licence text`);
  return `${name} ${version} (${license})\n\n${(await readFile(file, "utf8")).trim()}\n`;
}

const finish = {
  name: "icons-and-licences",
  setup(build) {
    build.onEnd(async ({ metafile, errors }) => {
      if (errors.length) return;
      for (const file of ["icons.svg", "lamp.svg"]) await copyFile(join(here, file), join(out, file));
      const licences = await Promise.all(packagesIn(metafile.inputs).map(licenceOf));
      await writeFile(join(out, "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
      for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
        console.log(`${String(bytes).padStart(8)}  ${relative(out, join(here, file))}`);
      }
    });
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const options = {
  absWorkingDir: here,
  entryPoints: [...scripts, "css/app.css"],
  entryNames: "[name]",
  assetNames: "fonts/[name]",
  outdir: out,
  bundle: true,
  minify: true,
  metafile: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"], // light-dark() decides
  legalComments: "linked",
  loader: { ".woff2": "file" },
  plugins: [finish],
};

if (process.argv.includes("--watch")) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}

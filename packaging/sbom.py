"""Write the bill of materials of the packaged program in CycloneDX 1.6.

`python packaging/sbom.py dist/abcstudio dist/abcstudio.cdx.json` reads what `build.spec` has noted
beside it in build. Every shared library of the folder must be of a component; the exit code is
1 where one is not.
"""

import hashlib
import json
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_record import BuildRecord, read_build, source_epoch
from bundle_accounts import accounts_of

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
_LIBRARY_SUFFIXES = (".so", ".dll", ".pyd", ".dylib")
_OWN = "abcstudio"


def bill(
    bundle: Path, accounts: Iterable[dict[str, Any]], build: BuildRecord, moment: str
) -> dict[str, Any]:
    """Return the bill.

    Args:
        bundle: The folder of the program.
        accounts: Components with their files, as `bundle_accounts` writes them.
        build: Which build the folder is.
        moment: The time of its sources, as 2026-11-28T00:00:00Z.

    Raises:
        LookupError: A library of the folder is of no component.
    """
    inside = bundle / "_internal" if (bundle / "_internal").is_dir() else bundle
    digests = {
        path.relative_to(inside).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(inside.rglob("*"))
        if path.is_file() and not path.is_symlink() and is_library(path.name)
    }
    told_by = build.commit + build.version + bundle.name
    own: dict[str, Any] = {"type": "application", "name": bundle.name, "version": build.version}
    components, known = [], set()
    for account in accounts:
        libraries = [file for file in account["files"] if file in digests]
        known.update(libraries)
        if account["name"] != _OWN:
            components.append(_component(account, [_file(each, digests) for each in libraries]))
    if missing := sorted(set(digests) - known):
        raise LookupError(f"of no component: {', '.join(missing)}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told_by)}",
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": {**own, "licenses": [{"license": {"id": "MIT"}}]},
        },
        "components": components,
    }


def is_library(name: str) -> bool:
    """Return whether a file's name is that of a shared library, also with a version behind."""
    return name.endswith(_LIBRARY_SUFFIXES) or ".so." in name


def _component(account: dict[str, Any], files: list[dict[str, Any]]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": "library",
        "bom-ref": account["purl"],
        "name": account["name"],
        "version": account["version"],
        "purl": account["purl"],
        "licenses": [{"license": {"name": account["licence"]}}],
    }
    return {**row, "components": files} if files else row


def _file(place: str, digests: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "file",
        "name": place,
        "hashes": [{"alg": "SHA-256", "content": digests[place]}],
    }


def main(bundle: Path, target: Path) -> int:
    """Write the bill and print what it counts."""
    from datetime import UTC, datetime

    accounts = json.loads(accounts_of(BUILD, bundle.name).read_text(encoding="utf-8"))
    moment = datetime.fromtimestamp(source_epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        made = bill(bundle, accounts, read_build(BUILD / "build.json"), moment)
    except LookupError as error:
        print(f"sbom: {error.args[0]}", file=sys.stderr)
        return 1
    target.write_text(json.dumps(made, indent=1), encoding="utf-8")
    files = sum(len(each.get("components", ())) for each in made["components"])
    print(f"{target}: {len(made['components'])} components, {files} libraries")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

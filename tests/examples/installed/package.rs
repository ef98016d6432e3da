//! A Debian package: what it says of itself, and whether that is true.

use crate::PROGRAM;
use crate::system::{output, run};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files that a desktop and a reader of licences look for.
const EXPECTED: &[&str] = &[
    "usr/bin/minas",
    "usr/bin/minas-pos",
    "usr/share/applications/Minas POS.desktop",
    "usr/share/doc/minas-pos/changelog.gz",
    "usr/share/doc/minas-pos/copyright",
    "usr/share/doc/minas-pos/third-party-licences.txt.gz",
    "usr/share/icons/hicolor/48x48/apps/minas-pos.png",
    "usr/share/icons/hicolor/scalable/apps/minas-pos.svg",
    "usr/share/metainfo/shop.minas.pos.metainfo.xml",
];

/// What every Debian has, and what those that we name bring with them by necessity.
const ALWAYS_THERE: &[&str] = &["libc6", "libgcc-s1"];

/// A package's file, and where it is unpacked.
pub struct Package {
    /// The file.
    pub file: PathBuf,
    /// Its version.
    pub version: String,
    tree: PathBuf,
}

impl Package {
    /// Unpacks a package below `scratch`.
    pub fn read(file: &Path, scratch: &Path) -> Result<Self> {
        let file = fs::canonicalize(file).with_context(|| format!("no package {}", file.display()))?;
        let tree = scratch.join("unpacked");
        fs::create_dir_all(&tree)?;
        run(Command::new("dpkg-deb").arg("-R").arg(&file).arg(&tree))?;
        let version = output(Command::new("dpkg-deb").arg("-f").arg(&file).arg("Version"))?;
        Ok(Self { file, version, tree })
    }

    /// Where the unpacked programs are.
    pub fn programs(&self) -> PathBuf {
        self.tree.join("usr/bin")
    }

    /// Every file that it installs, from the root folder on.
    pub fn files(&self) -> Result<Vec<PathBuf>> {
        let listed = output(Command::new("find").arg(&self.tree).args(["-not", "-type", "d", "-printf", "/%P\\n"]))?;
        Ok(listed.lines().filter(|line| !line.starts_with("/DEBIAN")).map(PathBuf::from).collect())
    }

    /// The same package under a number that comes before any other.
    pub fn under_an_older_number(&self, scratch: &Path) -> Result<Self> {
        let tree = scratch.join("older-tree");
        run(Command::new("cp").arg("-a").arg(&self.tree).arg(&tree))?;
        let control = tree.join("DEBIAN/control");
        let text = fs::read_to_string(&control)?;
        let version = "0.1.0".to_owned();
        let text = text.replace(&format!("Version: {}\n", self.version), &format!("Version: {version}\n"));
        fs::write(&control, text)?;
        let file = scratch.join("older.deb");
        run(Command::new("dpkg-deb").args(["--root-owner-group", "-Znone", "-b"]).arg(&tree).arg(&file))?;
        Ok(Self { file, version, tree })
    }

    /// Everything that can be judged without installing it.
    pub fn check(&self) -> Result<()> {
        for path in EXPECTED {
            ensure!(self.tree.join(path).is_file(), "{path} is missing");
        }
        let entry = self.tree.join("usr/share/applications/Minas POS.desktop");
        run(Command::new("desktop-file-validate").arg(&entry))?;
        let text = fs::read_to_string(&entry)?;
        for line in [&format!("Exec={PROGRAM}"), &format!("Icon={PROGRAM}"), &format!("StartupWMClass={PROGRAM}")] {
            ensure!(text.lines().any(|found| found == line), "the desktop entry lacks {line}");
        }
        let metainfo = self.tree.join("usr/share/metainfo/shop.minas.pos.metainfo.xml");
        run(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(metainfo))?;
        self.names_what_it_needs()
    }

    /// The packages of all libraries that the programs name are dependencies.
    fn names_what_it_needs(&self) -> Result<()> {
        let depends = output(Command::new("dpkg-deb").arg("-f").arg(&self.file).arg("Depends"))?;
        let named: BTreeSet<&str> = depends.split(',').filter_map(|part| part.split_whitespace().next()).collect();
        for program in ["minas", "minas-pos"] {
            for library in needed(&self.programs().join(program))? {
                let owner = owner(&library)?;
                ensure!(
                    named.contains(owner.as_str()) || ALWAYS_THERE.contains(&owner.as_str()),
                    "{program} needs {library} of {owner}, and Depends is {depends}"
                );
            }
        }
        Ok(())
    }
}

/// The libraries that a program names itself.
fn needed(program: &Path) -> Result<Vec<String>> {
    let listed = output(Command::new("readelf").arg("-d").arg(program))?;
    let names = listed.lines().filter(|line| line.contains("(NEEDED)"));
    Ok(names.filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned())).collect())
}

/// The installed package that a library comes with. Ubuntu's names for 64-bit times are Debian's with an ending.
fn owner(library: &str) -> Result<String> {
    let found = output(Command::new("dpkg").args(["-S", &format!("*/{library}")]))?;
    let name = found.split([':', ',']).next().context("a library of no package")?;
    Ok(name.trim_end_matches("t64").to_owned())
}

//! What the figures were measured on.

use std::fs;
use std::process::Command;

use crate::programs::output;
use xtask::Error;

pub fn describe(compilers: &[&str]) -> Result<String, Error> {
    let mut lines = vec![format!("- {}", processor()?), format!("- {}", system()?)];
    for compiler in compilers.iter().copied().chain(["rustc"]) {
        let version = output(Command::new(compiler).arg("--version"))?;
        lines.push(format!("- {}", version.lines().next().unwrap_or_default()));
    }
    Ok(lines.join("\n") + "\n")
}

fn processor() -> Result<String, Error> {
    let file = fs::read_to_string("/proc/cpuinfo")?;
    let values = |key: &'static str| {
        let fields = file.lines().filter_map(|line| line.split_once(':'));
        fields.filter(move |(name, _)| name.trim() == key).map(|(_, value)| value.trim())
    };
    let first = |key| values(key).next().unwrap_or("unknown");
    let cores = values("processor").count();
    let virtual_machine =
        if first("flags").split(' ').any(|flag| flag == "hypervisor") { ", in a virtual machine" } else { "" };
    let (model, family, number) = (first("model name"), first("cpu family"), first("model"));
    Ok(format!("{model} (family {family}, model {number}), {} MHz, {cores} cores{virtual_machine}", first("cpu MHz")))
}

fn system() -> Result<String, Error> {
    let release = fs::read_to_string("/etc/os-release")?;
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).unwrap_or("Linux").trim_matches('"');
    let kernel = output(Command::new("uname").arg("-r"))?;
    let libc = output(Command::new("getconf").arg("GNU_LIBC_VERSION"))?;
    Ok(format!("{name}, Linux {}, {}", kernel.trim(), libc.trim()))
}

//! WebView2's interfaces that are newer than the IDL at hand, written as IDL from what `webview2-com-sys` knows of them.

use std::fmt::Write;

use regex::Regex;
use xtask::Error;

/// The newest `ICoreWebView2_N` of the IDL, and the one that the host needs.
const KNOWN: u32 = 5;
const NEEDED: u32 = 9;

/// The IDL with the later interfaces in its library.
pub fn complete(idl: &str, bindings: &str) -> Result<String, Error> {
    let end = idl.rfind('}').ok_or("the IDL has no library")?;
    let later = (KNOWN + 1..=NEEDED).map(|number| interface(number, bindings));
    Ok(format!("{}\n{}}}\n", &idl[..end], later.collect::<Result<String, Error>>()?))
}

/// The methods in their order, by which they are called. The names of properties are the metadata's, without `get_`.
fn interface(number: u32, bindings: &str) -> Result<String, Error> {
    let name = format!("ICoreWebView2_{number}");
    let missing = || format!("webview2-com-sys has no {name}");
    let id = Regex::new(&format!(r"{name},\s*{name}_Vtbl,\s*0x(\w+)"))?;
    let id = id.captures(bindings).ok_or_else(missing)?[1].replace('_', "-");
    let methods = Regex::new(&format!(r"(?s)pub struct {name}_Vtbl \{{(.*?)\n\}}"))?;
    let methods = &methods.captures(bindings).ok_or_else(missing)?[1];
    let base = number - 1;
    let mut idl = format!("[uuid({id}), object, pointer_default(unique)]\n");
    writeln!(idl, "interface {name} : ICoreWebView2_{base} {{")?;
    for method in Regex::new(r#"(?s)pub (\w+):\s*unsafe extern "system" fn\(\s*(.*?)\s*\)"#)?.captures_iter(methods) {
        // The first is the object itself.
        let parameters = method[2].split(',').map(str::trim).filter(|parameter| !parameter.is_empty()).skip(1);
        let parameters = parameters.enumerate().map(|(i, parameter)| Ok(format!("[in] {} p{i}", type_of(parameter)?)));
        let parameters = parameters.collect::<Result<Vec<_>, Error>>()?;
        writeln!(idl, "  HRESULT {}({});", &method[1], parameters.join(", "))?;
    }
    Ok(idl + "}\n")
}

fn type_of(parameter: &str) -> Result<String, Error> {
    let pointed = parameter.strip_prefix("*mut ");
    let name = pointed.unwrap_or(parameter);
    let name = match name.rsplit("::").next().unwrap_or(name) {
        "c_void" => "IUnknown",
        "i64" => "INT64",
        "BOOL" => "BOOL",
        "PCWSTR" => "LPCWSTR",
        "POINT" => "POINT",
        name if name.starts_with("COREWEBVIEW2_") => "int",
        name => return Err(format!("no IDL is known for {name}").into()),
    };
    Ok(format!("{name}{}", if pointed.is_some() { "*" } else { "" }))
}

//! A small static server on this machine: one thread and one request a connection,
//! which is all that a page of ten files needs.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::site::{Answer, Site};

/// How many ports after the wanted one are tried.
const PORTS_TRIED: u16 = 50;
/// No browser sends more than this before the first empty line.
const LONGEST_REQUEST: u64 = 64 * 1024;
/// Browsers open connections in advance and may never use them.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; it stops when it is dropped.
pub(crate) struct StaticServer {
    listening: Option<JoinHandle<()>>,
    stopped: Arc<AtomicBool>,
    socket: SocketAddr,
    /// Where the page is, with the slash at its end.
    pub(crate) address: String,
}

impl StaticServer {
    /// Serves `folder` below `mount` (such as `/` or `/headroom/`) on this machine only.
    ///
    /// Takes the first free port from `port` on; port 0 lets the system choose.
    pub(crate) fn start(folder: &Path, mount: &str, port: u16) -> Result<Self> {
        Self::of(Site::new(folder, mount), mount, port)
    }

    /// The same for a site that is made already.
    pub(crate) fn of(site: Site, mount: &str, port: u16) -> Result<Self> {
        let listener = first_free(port)?;
        let socket = listener.local_addr()?;
        let site = Arc::new(site);
        let stopped = Arc::new(AtomicBool::new(false));
        let listening = {
            let stopped = Arc::clone(&stopped);
            thread::spawn(move || listen(&listener, &site, &stopped))
        };
        let address = format!("http://{socket}{mount}");
        Ok(Self { listening: Some(listening), stopped, socket, address })
    }

    /// Serves until the program is stopped.
    pub(crate) fn forever(mut self) {
        self.join();
    }

    fn join(&mut self) {
        if let Some(listening) = self.listening.take() {
            // A thread that ended by a panic has said so itself.
            let _ = listening.join();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // The listener notices only when somebody calls.
        if TcpStream::connect(self.socket).is_ok() {
            self.join();
        }
    }
}

fn first_free(wanted: u16) -> Result<TcpListener> {
    let mut port = wanted;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                port = port
                    .checked_add(1)
                    .filter(|next| next - wanted < PORTS_TRIED)
                    .with_context(|| format!("no free port from {wanted} to {port}"))?;
            }
            Err(error) => {
                return Err(error).with_context(|| format!("port {port} cannot be used"));
            }
        }
    }
}

fn listen(listener: &TcpListener, site: &Arc<Site>, stopped: &AtomicBool) {
    for connection in listener.incoming() {
        if stopped.load(Ordering::Relaxed) {
            return;
        }
        if let Ok(connection) = connection {
            let site = Arc::clone(site);
            thread::spawn(move || {
                // A client that hangs up early is no trouble of ours.
                let _ = serve(&connection, &site);
            });
        }
    }
}

/// Reads one request and answers it; the connection closes after that.
fn serve(connection: &TcpStream, site: &Site) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(connection.take(LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let mut accepts = String::new();
    // All of it is read: closing with something unread would cut the answer off.
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            value.clone_into(&mut accepts);
        }
    }
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let answer = site.answer(method, words.next().unwrap_or_default(), &accepts);
    send(connection, &answer, method != "HEAD")
}

fn send(mut connection: &TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let Answer { status, headers, body } = answer;
    let mut head = Vec::new();
    write!(head, "HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len())?;
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n")?;
    }
    write!(head, "Cache-Control: no-store\r\nConnection: close\r\n\r\n")?;
    connection.write_all(&head)?;
    if with_body {
        connection.write_all(body)?;
    }
    connection.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_the_next_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let free = first_free(port).unwrap().local_addr().unwrap().port();
        assert!(free > port);
    }

    #[test]
    fn a_request_is_answered_and_the_server_stops() {
        let server = StaticServer::start(Path::new(env!("CARGO_MANIFEST_DIR")), "/x/", 0).unwrap();
        let mut connection = TcpStream::connect(server.socket).unwrap();
        connection.write_all(b"GET /x/Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut text = String::new();
        connection.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
        assert!(text.contains("\r\n\r\n[package]"), "{text}");
    }
}

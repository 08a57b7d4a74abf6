//! Deflating and inflating by the browser's own streams, so that the download need not bring them.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::when;

/// What is done with the bytes that come out; `None` when the browser refuses.
type Taker = Box<dyn FnOnce(Option<Vec<u8>>)>;

/// Raw deflate.
pub fn deflate(bytes: &[u8], done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    through("CompressionStream", bytes, usize::MAX, Box::new(done));
}

/// The inverse. What comes out of a bomb is let go as soon as there are more bytes than `most`.
pub fn inflate(bytes: &[u8], most: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    through("DecompressionStream", bytes, most, Box::new(done));
}

fn through(stream: &str, bytes: &[u8], most: usize, done: Taker) {
    match reader(stream, bytes) {
        Ok(reader) => take(reader, Vec::new(), most, done),
        Err(_) => done(None),
    }
}

/// `new Blob([bytes]).stream().pipeThrough(new Stream("deflate-raw")).getReader()`
fn reader(stream: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    let blob = web_sys::Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let make: Function = Reflect::get(&js_sys::global(), &stream.into())?.dyn_into()?;
    let stream = Reflect::construct(&make, &Array::of1(&"deflate-raw".into()))?;
    let out = call(
        &call(&blob, "stream", &Array::new())?,
        "pipeThrough",
        &Array::of1(&stream),
    )?;
    call(&out, "getReader", &Array::new())
}

pub(super) fn call(on: &JsValue, name: &str, with: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &name.into())?.dyn_into()?;
    function.apply(on, with)
}

/// Reads piece after piece.
fn take(reader: JsValue, mut bytes: Vec<u8>, most: usize, done: Taker) {
    let Ok(promise) = call(&reader, "read", &Array::new()).and_then(JsCast::dyn_into) else {
        return done(None);
    };
    let promise: js_sys::Promise = promise;
    when(&promise, move |piece| {
        let of_piece = |name: &str| Reflect::get(piece.as_ref()?, &name.into()).ok();
        match (of_piece("done"), of_piece("value")) {
            (Some(end), _) if end.is_truthy() => done(Some(bytes)),
            (Some(_), Some(value)) => {
                bytes.extend(Uint8Array::new(&value).to_vec());
                if bytes.len() > most {
                    // Whether the stream minds no longer matters.
                    let _ = call(&reader, "cancel", &Array::new());
                    return done(Some(bytes));
                }
                take(reader, bytes, most, done);
            }
            _ => done(None),
        }
    });
}

//! CRC-32 as in ZIP, PNG and gzip. Without a table of 1 KB: what it reads here is small.

/// The checksum of bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let last = crc & 1;
            crc = crc >> 1 ^ (0xEDB8_8320 * last);
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_check_value_comes_out() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}

package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.json.PlatformValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Headers with the signature and the time of a callback.
 *
 * @param timestamp seconds or milliseconds since 1970; the documentation does not specify
 * the unit
 * @param nonce any text
 * @param hash SHA-256 with the encrypt key, or SHA-1 with the verification token for
 * callbacks of the older shape
 */
@SuppressWarnings("ArrayRecordComponent")
record CallbackSignature(String timestamp, String nonce, byte[] hash) {

	private static final int SHA_1_LENGTH = 20;

	static CallbackSignature of(HttpHeaders headers) {
		String hash = required(headers, "x-lark-signature");
		String timestamp = required(headers, "x-lark-request-timestamp");
		String nonce = required(headers, "x-lark-request-nonce");
		try {
			return new CallbackSignature(timestamp, nonce, HexFormat.of().parseHex(hash));
		}
		catch (IllegalArgumentException ex) {
			throw new CallbackRejectedException(Reason.FORGED);
		}
	}

	private static String required(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		if (value == null || value.isBlank()) {
			throw new CallbackRejectedException(Reason.UNSIGNED);
		}
		return value;
	}

	/** Returns the hash in lower case hexadecimal. */
	String text() {
		return HexFormat.of().formatHex(this.hash);
	}

	/** Returns whether the callback has the older shape, whose hash is shorter. */
	boolean isLegacy() {
		return this.hash.length == SHA_1_LENGTH;
	}

	/**
	 * Refuses a callback with a wrong signature or time.
	 */
	void check(CallbackKeys keys, byte[] body, Clock clock, Duration maxAge) {
		Instant time = time();
		if (time == null || Duration.ofMillis(time.toEpochMilli() - clock.millis()).abs().compareTo(maxAge) > 0) {
			throw new CallbackRejectedException(Reason.STALE);
		}
		byte[] expected = isLegacy() ? hash("SHA-1", keys.verificationToken(), body)
				: hash("SHA-256", keys.encryptKey(), body);
		if (!MessageDigest.isEqual(expected, this.hash)) {
			throw new CallbackRejectedException(Reason.FORGED);
		}
	}

	private byte[] hash(String algorithm, String secret, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance(algorithm);
			digest.update((this.timestamp + this.nonce + secret).getBytes(StandardCharsets.UTF_8));
			return digest.digest(body);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable Instant time() {
		try {
			return PlatformValues.instant(Long.parseLong(this.timestamp));
		}
		catch (NumberFormatException | DateTimeException ex) {
			return null;
		}
	}

}

package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.http.HttpHeaders;

/**
 * A callback as the platform sends it.
 *
 * @param headers of the request
 * @param body of the request
 */
@SuppressWarnings("ArrayRecordComponent")
record SignedCallback(HttpHeaders headers, byte[] body) {

	static final CallbackKeys KEYS = new CallbackKeys("ek_test_0123456789", "vt_test_abc");

	static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

	private static final String NONCE = "n0nce-42";

	/** Creates a signed and encrypted callback. */
	static SignedCallback of(String json) {
		return plain("{\"encrypt\":\"" + encrypt(json, KEYS.encryptKey()) + "\"}");
	}

	/** Creates a signed callback without encryption. */
	static SignedCallback plain(String body) {
		return at(Long.toString(NOW.getEpochSecond()), body);
	}

	static SignedCallback at(String timestamp, String body) {
		return signed("SHA-256", KEYS.encryptKey(), timestamp, body);
	}

	/** Creates a callback of the older shape. */
	static SignedCallback legacy(String body) {
		return signed("SHA-1", KEYS.verificationToken(), Long.toString(NOW.getEpochSecond()), body);
	}

	static SignedCallback unsigned(String body) {
		return new SignedCallback(new HttpHeaders(), bytes(body));
	}

	private static SignedCallback signed(String algorithm, String key, String timestamp, String body) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Lark-Request-Timestamp", timestamp);
		headers.set("X-Lark-Request-Nonce", NONCE);
		headers.set("X-Lark-Signature", hash(algorithm, timestamp + NONCE + key + body));
		return new SignedCallback(headers, bytes(body));
	}

	SignedCallback with(String header, String value) {
		this.headers.set(header, value);
		return this;
	}

	SignedCallback without(String header) {
		this.headers.remove(header);
		return this;
	}

	SignedCallback body(byte[] body) {
		return new SignedCallback(this.headers, body);
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	static String hash(String algorithm, String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Encrypts a text, with the bytes 0 to 15 as initialization vector. */
	static String encrypt(String text, String encryptKey) {
		try {
			byte[] vector = new byte[16];
			for (int index = 0; index < vector.length; index++) {
				vector[index] = (byte) index;
			}
			Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
			cipher.init(Cipher.ENCRYPT_MODE,
					new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes(encryptKey)), "AES"),
					new IvParameterSpec(vector));
			byte[] encrypted = cipher.doFinal(bytes(text));
			byte[] all = Arrays.copyOf(vector, vector.length + encrypted.length);
			System.arraycopy(encrypted, 0, all, vector.length, encrypted.length);
			return Base64.getEncoder().encodeToString(all);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

package io.ephemeral.feishu.simulator.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Encryption and signatures of events and callbacks.
 *
 * @param encryptKey key of the encryption; blank without encryption
 */
public record EventSeal(String encryptKey, String verificationToken) {

	private static final int BLOCK = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * Returns the body of the request, encrypted if there is a key.
	 */
	byte[] seal(JsonNode json) {
		return this.encryptKey.isBlank() ? Json.bytes(json)
				: Json.bytes(JsonNodeFactory.instance.objectNode().put("encrypt", encrypt(Json.bytes(json))));
	}

	/**
	 * Signs the body of a request.
	 */
	Signature sign(byte[] body, Instant now) {
		return sign("SHA-256", this.encryptKey, body, now);
	}

	/**
	 * Signs the body of an older card callback.
	 */
	Signature signLegacy(byte[] body, Instant now) {
		return sign("SHA-1", this.verificationToken, body, now);
	}

	private static Signature sign(String algorithm, String secret, byte[] body, Instant now) {
		String timestamp = Long.toString(now.getEpochSecond());
		String nonce = Ids.random();
		MessageDigest digest = digest(algorithm);
		digest.update((timestamp + nonce + secret).getBytes(StandardCharsets.UTF_8));
		return new Signature(timestamp, nonce, HexFormat.of().formatHex(digest.digest(body)));
	}

	private String encrypt(byte[] plain) {
		byte[] start = new byte[BLOCK];
		RANDOM.nextBytes(start);
		byte[] key = digest("SHA-256").digest(this.encryptKey.getBytes(StandardCharsets.UTF_8));
		try {
			Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
			byte[] encrypted = cipher.doFinal(plain);
			byte[] whole = Arrays.copyOf(start, BLOCK + encrypted.length);
			System.arraycopy(encrypted, 0, whole, BLOCK, encrypted.length);
			return Base64.getEncoder().encodeToString(whole);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java runtime has no AES in CBC mode", ex);
		}
	}

	private static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java runtime has no " + algorithm, ex);
		}
	}

	@Override
	public String toString() {
		return "EventSeal[encrypted=" + !this.encryptKey.isBlank() + "]";
	}

	/**
	 * Values of the three headers that prove the origin of a request.
	 */
	record Signature(String timestamp, String nonce, String value) {

	}

}

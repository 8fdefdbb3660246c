package io.ephemeral.feishu.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Seal of answers: AES-256-GCM with a key from the secret of the app, by HKDF with
 * SHA-256 (RFC 5869). With the database alone, nobody can read an answer, change it, or
 * move it to another callback.
 */
final class AnswerSeal {

	private static final int NONCE_LENGTH = 12;

	private static final int TAG_BITS = 128;

	private static final byte[] LABEL = bytes("ephemeral-feishu answers");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec key;

	private final byte[] context;

	/**
	 * Creates a seal.
	 * @param secret secret of the app
	 * @param context app and callback to which the answer belongs
	 */
	AnswerSeal(String secret, String context) {
		this.key = key(secret);
		this.context = bytes(context);
	}

	byte[] seal(byte[] answer) {
		byte[] nonce = new byte[NONCE_LENGTH];
		RANDOM.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(answer);
			return ByteBuffer.allocate(NONCE_LENGTH + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The answer was not sealed", ex);
		}
	}

	/**
	 * Opens a sealed answer.
	 * @return the answer; null if it was sealed with another secret or changed
	 */
	byte @Nullable [] open(byte[] sealed) {
		try {
			ByteBuffer buffer = ByteBuffer.wrap(sealed);
			byte[] nonce = new byte[Math.min(NONCE_LENGTH, sealed.length)];
			buffer.get(nonce);
			return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, nonce.length, buffer.remaining());
		}
		catch (GeneralSecurityException ex) {
			return null;
		}
	}

	private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(this.context);
		return cipher;
	}

	private static SecretKeySpec key(String secret) {
		byte[] extracted = hmac(new byte[32], bytes(secret));
		byte[] block = ByteBuffer.allocate(LABEL.length + 1).put(LABEL).put((byte) 1).array();
		return new SecretKeySpec(hmac(extracted, block), "AES");
	}

	private static byte[] hmac(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Each Java has HmacSHA256", ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

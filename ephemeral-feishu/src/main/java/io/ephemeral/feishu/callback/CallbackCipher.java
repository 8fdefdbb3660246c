package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;

/**
 * Cipher of bodies: AES-256-CBC with the SHA-256 of the encrypt key. The first block is
 * the initialization vector, and the padding is checked.
 */
final class CallbackCipher {

	private static final int BLOCK = 16;

	private static final int MOST_IDLE = 16;

	private final SecretKeySpec key;

	/**
	 * Idle ciphers for reuse, because creating a cipher takes longer than deciphering a
	 * click.
	 */
	private final Queue<Cipher> idle = new ArrayBlockingQueue<>(MOST_IDLE);

	CallbackCipher(String encryptKey) {
		try {
			this.key = new SecretKeySpec(
					MessageDigest.getInstance("SHA-256").digest(encryptKey.getBytes(StandardCharsets.UTF_8)), "AES");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Deciphers all blocks with an initialization vector of zeros, which a cipher also
	 * has after each use. Only the first block of the result is wrong. It is dropped,
	 * because the first encrypted block is the initialization vector and contains no
	 * text.
	 */
	byte[] decipher(byte[] bytes) {
		if (bytes.length < 2 * BLOCK || bytes.length % BLOCK != 0) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
		try {
			Cipher pooled = this.idle.poll();
			Cipher cipher = (pooled != null) ? pooled : create();
			byte[] deciphered = cipher.doFinal(bytes);
			this.idle.offer(cipher);
			return Arrays.copyOfRange(deciphered, BLOCK, deciphered.length);
		}
		catch (GeneralSecurityException ex) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
	}

	private Cipher create() throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
		cipher.init(Cipher.DECRYPT_MODE, this.key, new IvParameterSpec(new byte[BLOCK]));
		return cipher;
	}

}

package io.ephemeral.feishu.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.function.SingletonSupplier;

/**
 * Seal for the contents of a store that the instances of an app share. It uses
 * AES-256-GCM with a key from the app secret, by HKDF with SHA-256 (RFC 5869). A person
 * who has only the store cannot read a content, change it, or move it to another place.
 * <p>
 * The secret is read at most once a minute. After a change of the secret, contents that
 * were sealed with the old one cannot be opened any more.
 */
public final class SecretSeal {

	private static final Duration LIFE_OF_SECRET = Duration.ofMinutes(1);

	private static final int NONCE_LENGTH = 12;

	private static final int TAG_LENGTH = 16;

	private static final int ID_LENGTH = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Cipher for reuse, because creating one takes longer than opening a seal. */
	private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(SecretSeal::createCipher);

	/** Created when it is needed, because most applications seal nothing. */
	private final SingletonSupplier<Mono<Keys>> keys;

	/**
	 * Creates a seal.
	 * @param credentials supplier of the app secret
	 * @param label name of the kind of contents, such as {@code tokens}. Each has its own
	 * keys
	 */
	public SecretSeal(CredentialsSupplier credentials, String label) {
		this.keys = SingletonSupplier.of(() -> AppCredentials.of(credentials)
			.map((app) -> Keys.of(app.appSecret(), label))
			.subscribeOn(Schedulers.boundedElastic())
			.cache((keys) -> LIFE_OF_SECRET, (error) -> Duration.ZERO, () -> Duration.ZERO));
	}

	/**
	 * Seals a content.
	 * @param place place of the content, such as its key in the store
	 * @param content the content
	 * @return the sealed content, each time another one; or a
	 * {@link TokenUnavailableException} if there is no secret
	 */
	public Mono<byte[]> seal(String place, byte[] content) {
		return keys().map((keys) -> keys.seal(bytes(place), content));
	}

	/**
	 * Opens a sealed content.
	 * @param place place of the content
	 * @param sealed the sealed content
	 * @return the content; empty if it was sealed with another secret or for another
	 * place, or if it was changed; or a {@link TokenUnavailableException} if there is no
	 * secret
	 */
	public Mono<byte[]> open(String place, byte[] sealed) {
		return keys().flatMap((keys) -> Mono.justOrEmpty(keys.open(bytes(place), sealed)));
	}

	/**
	 * Seals a content, and adds the id of the key, so that a reader with several secrets
	 * can select one.
	 * @param place place of the content
	 * @param content the content
	 * @return 32 bytes more than the content, each time others; or a
	 * {@link TokenUnavailableException} if there is no secret
	 */
	public Mono<byte[]> sealWithId(String place, byte[] content) {
		return keys().map((keys) -> join(keys.id(), keys.seal(bytes(place), content)));
	}

	/**
	 * Opens what {@link #sealWithId} has sealed.
	 * @param place place of the content
	 * @param sealed the sealed content
	 * @return the content; empty in the same cases as {@link #open}. The id of another
	 * secret is found without an attempt to decipher; or a
	 * {@link TokenUnavailableException} if there is no secret
	 */
	public Mono<byte[]> openWithId(String place, byte[] sealed) {
		return keys().flatMap((keys) -> Mono.justOrEmpty(keys.openWithId(bytes(place), sealed)));
	}

	/**
	 * Creates a mark that is the same for the same content, so that a store can compare
	 * sealed contents.
	 * @param place place of the content
	 * @param content the content
	 * @return 32 bytes that do not reveal the content; or a
	 * {@link TokenUnavailableException} if there is no secret
	 */
	public Mono<byte[]> mark(String place, byte[] content) {
		return keys().map((keys) -> hmac(keys.mark(), bytes(place), new byte[1], content));
	}

	private Mono<Keys> keys() {
		return this.keys.obtain();
	}

	private static Cipher createCipher() {
		try {
			return Cipher.getInstance("AES/GCM/NoPadding");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java runtime has no AES/GCM", ex);
		}
	}

	private static byte[] hmac(byte[] key, byte[]... parts) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			for (byte[] part : parts) {
				mac.update(part);
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java runtime has no HmacSHA256", ex);
		}
	}

	/**
	 * Derives keys by HKDF with SHA-256.
	 * @param secret input of the derivation
	 * @param salt salt; 32 zeros for none
	 * @param label purpose of the key
	 * @param length number of bytes
	 */
	static byte[] derive(byte[] secret, byte[] salt, byte[] label, int length) {
		byte[] extracted = hmac(salt, secret);
		ByteBuffer derived = ByteBuffer.allocate(length);
		byte[] block = new byte[0];
		for (byte number = 1; derived.hasRemaining(); number++) {
			block = hmac(extracted, block, label, new byte[] { number });
			derived.put(block, 0, Math.min(block.length, derived.remaining()));
		}
		return derived.array();
	}

	private static byte[] join(byte[] first, byte[] second) {
		return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Keys from one secret.
	 *
	 * @param seal key of the seal
	 * @param mark key of the marks
	 * @param id id of the keys, which does not reveal them
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Keys(SecretKeySpec seal, byte[] mark, byte[] id) {

		static Keys of(String secret, String label) {
			byte[] derived = derive(bytes(secret), new byte[32], bytes("ephemeral-feishu " + label), 64 + ID_LENGTH);
			return new Keys(new SecretKeySpec(derived, 0, 32, "AES"), Arrays.copyOfRange(derived, 32, 64),
					Arrays.copyOfRange(derived, 64, 64 + ID_LENGTH));
		}

		byte[] seal(byte[] place, byte[] content) {
			byte[] nonce = new byte[NONCE_LENGTH];
			RANDOM.nextBytes(nonce);
			try {
				return join(nonce, cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(content));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("This Java runtime has no AES/GCM", ex);
			}
		}

		byte @Nullable [] openWithId(byte[] place, byte[] sealed) {
			boolean ours = sealed.length >= ID_LENGTH && Arrays.equals(this.id, 0, ID_LENGTH, sealed, 0, ID_LENGTH);
			return ours ? open(place, Arrays.copyOfRange(sealed, ID_LENGTH, sealed.length)) : null;
		}

		byte @Nullable [] open(byte[] place, byte[] sealed) {
			if (sealed.length < NONCE_LENGTH + TAG_LENGTH) {
				return null;
			}
			try {
				return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_LENGTH), place).doFinal(sealed,
						NONCE_LENGTH, sealed.length - NONCE_LENGTH);
			}
			catch (GeneralSecurityException ex) {
				return null;
			}
		}

		private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
			Cipher cipher = CIPHER.get();
			cipher.init(mode, this.seal, new GCMParameterSpec(8 * TAG_LENGTH, nonce));
			cipher.updateAAD(place);
			return cipher;
		}

	}

}

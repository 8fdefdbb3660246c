package io.ephemeral.feishu.auth;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretSealTests {

	private static final byte[] CONTENT = "t-token".getBytes(StandardCharsets.UTF_8);

	private final SecretSeal seal = seal("secret-1", "tokens");

	@Test
	void openWhenSealedHereThenIsTheContent() {
		assertThat(this.seal.open("here", sealed("here")).block()).isEqualTo(CONTENT);
	}

	@Test
	void openWhenSecretIsAnotherThenIsEmpty() {
		assertThat(seal("secret-2", "tokens").open("here", sealed("here")).block()).isNull();
	}

	@Test
	void openWhenKindIsAnotherThenIsEmpty() {
		assertThat(seal("secret-1", "tickets").open("here", sealed("here")).block()).isNull();
	}

	@Test
	void openWhenMovedThenIsEmpty() {
		assertThat(this.seal.open("there", sealed("here")).block()).isNull();
	}

	@Test
	void openWhenAnyByteIsChangedThenIsEmpty() {
		byte[] sealed = sealed("here");
		for (int index = 0; index < sealed.length; index++) {
			byte[] changed = sealed.clone();
			changed[index] ^= 1;

			assertThat(this.seal.open("here", changed).block()).isNull();
		}
	}

	@Test
	void openWhenCutOffThenIsEmpty() {
		assertThat(this.seal.open("here", new byte[0]).block()).isNull();
		assertThat(this.seal.open("here", new byte[12]).block()).isNull();
	}

	@Test
	void sealWhenContentIsTheSameThenDiffersEachTime() {
		assertThat(sealed("here")).isNotEqualTo(sealed("here"));
	}

	@Test
	void openWithIdWhenSealedWithIdThenIsTheContent() {
		byte[] sealed = this.seal.sealWithId("here", CONTENT).block();

		assertThat(sealed).hasSize(CONTENT.length + 32);
		assertThat(this.seal.openWithId("here", sealed).block()).isEqualTo(CONTENT);
	}

	@Test
	void openWithIdWhenKeyIsAnotherThenIsEmpty() {
		byte[] sealed = seal("secret-2", "tokens").sealWithId("here", CONTENT).block();

		assertThat(this.seal.openWithId("here", sealed).block()).isNull();
		assertThat(this.seal.openWithId("here", new byte[3]).block()).isNull();
	}

	@Test
	void markWhenContentIsTheSameThenIsTheSame() {
		assertThat(mark("here", CONTENT)).isEqualTo(mark("here", CONTENT))
			.isNotEqualTo(mark("there", CONTENT))
			.isNotEqualTo(mark("here", new byte[0]))
			.hasSize(32);
	}

	@Test
	void sealWhenThereIsNoSecretThenFails() {
		SecretSeal without = seal("", "tokens");

		assertThatExceptionOfType(TokenUnavailableException.class)
			.isThrownBy(() -> without.seal("here", CONTENT).block());
	}

	/** The first and the third test case of RFC 5869. */
	@Test
	void deriveWhenInputIsOfTheStandardThenIsTheOutputOfTheStandard() {
		byte[] input = HexFormat.of().parseHex("0b".repeat(22));

		assertThat(derive(input, "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9"))
			.isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
		assertThat(derive(input, "00".repeat(32), ""))
			.isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
	}

	private static String derive(byte[] input, String salt, String label) {
		HexFormat hex = HexFormat.of();
		return hex.formatHex(SecretSeal.derive(input, hex.parseHex(salt), hex.parseHex(label), 42));
	}

	private byte[] sealed(String place) {
		return this.seal.seal(place, CONTENT).block();
	}

	private byte[] mark(String place, byte[] content) {
		return this.seal.mark(place, content).block();
	}

	private static SecretSeal seal(String secret, String label) {
		return new SecretSeal(new CredentialsSupplier() {

			@Override
			public String appId() {
				return "cli_1";
			}

			@Override
			public Mono<String> secret() {
				return Mono.just(secret);
			}

		}, label);
	}

}

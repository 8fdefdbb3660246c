package io.ephemeral.feishu.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certificate of a server at 127.0.0.1 that signed itself.
 *
 * @param certificate PEM file
 * @param key PEM file
 */
record ServerCertificate(Path certificate, Path key) {

	private static final String PASSWORD = "password";

	static ServerCertificate create(Path folder) throws IOException {
		Path store = folder.resolve("server.p12");
		keytool(store);
		try (InputStream content = Files.newInputStream(store)) {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(content, PASSWORD.toCharArray());
			return new ServerCertificate(
					pem(folder.resolve("server.crt"), "CERTIFICATE", keys.getCertificate("server").getEncoded()),
					pem(folder.resolve("server.key"), "PRIVATE KEY",
							keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void keytool(Path store) throws IOException {
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=127.0.0.1",
				"-ext", "san=ip:127.0.0.1", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass",
				PASSWORD)
			.inheritIO()
			.start();
		assertThat(keytool.onExit().join().exitValue()).as("keytool").isZero();
	}

	private static Path pem(Path file, String type, byte[] content) throws IOException {
		String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
		return Files.writeString(file, "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n");
	}

}

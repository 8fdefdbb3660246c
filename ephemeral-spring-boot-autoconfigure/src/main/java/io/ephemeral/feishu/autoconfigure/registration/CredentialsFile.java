package io.ephemeral.feishu.autoconfigure.registration;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.registration.RegisteredApp;
import io.ephemeral.feishu.registration.TenantBrand;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * File that keeps the credentials of a registered app. Only its owner may read it, where
 * the file system has such permissions.
 *
 * @param path absolute path
 */
record CredentialsFile(Path path) {

	private static final String APP_ID = "feishu.app-id";

	private static final String APP_SECRET = "feishu.app-secret";

	private static final String REGION = "feishu.region";

	private static final String COMMENT = " App that was registered by a scan. The secret gives full access to the app.";

	CredentialsFile {
		path = path.toAbsolutePath().normalize();
	}

	/** Returns the file of a property; null if the property is not set. */
	static @Nullable CredentialsFile of(@Nullable String path) {
		return StringUtils.hasText(path) ? new CredentialsFile(Path.of(path)) : null;
	}

	/**
	 * Reads the app of an earlier registration.
	 * @return the app; empty if there is no file
	 * @throws RegistrationSetupException if the file cannot be used
	 */
	Optional<RegisteredApp> read() {
		if (!Files.exists(this.path)) {
			return Optional.empty();
		}
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(this.path)) {
			properties.load(reader);
			return Optional
				.of(new RegisteredApp(new AppCredentials(require(properties, APP_ID), require(properties, APP_SECRET)),
						brand(properties), null));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw unusable("it cannot be read as properties", ex);
		}
	}

	private String require(Properties properties, String name) {
		String value = properties.getProperty(name);
		if (!StringUtils.hasText(value)) {
			throw unusable("it has no '" + name + "'", null);
		}
		return value;
	}

	private TenantBrand brand(Properties properties) {
		String region = properties.getProperty(REGION, TenantBrand.FEISHU.name());
		try {
			return TenantBrand.valueOf(region.strip().toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw unusable("its '" + REGION + "' is neither feishu nor lark", null);
		}
	}

	/** Leaves out the cause's message, which may quote the file. */
	private RegistrationSetupException unusable(String problem, @Nullable Exception cause) {
		return new RegistrationSetupException(
				"the credentials file " + this.path + " is not usable: " + problem
						+ ((cause != null) ? " (" + cause.getClass().getSimpleName() + ")" : ""),
				"Correct the file, or delete it to register another app.", null);
	}

	/**
	 * Checks that credentials may be written here.
	 * @throws RegistrationSetupException if the folder does not exist, or git does not
	 * ignore the file
	 */
	void requireUsable() {
		if (!Files.isDirectory(folder())) {
			throw new RegistrationSetupException("the folder of the credentials file " + this.path + " does not exist",
					"Create the folder, or change 'feishu.registration.credentials-file'.", null);
		}
		GitCheck.requireIgnored(this.path);
	}

	private Path folder() {
		return Objects.requireNonNull(this.path.getParent(), "The root of a file system is not a credentials file");
	}

	/**
	 * Writes the credentials at once, so that there is never half a file.
	 */
	void write(RegisteredApp app) throws IOException {
		Path draft = Files.createTempFile(folder(), ".feishu", ".tmp", ownerOnly());
		try {
			Properties properties = new Properties();
			properties.setProperty(APP_ID, app.credentials().appId());
			properties.setProperty(APP_SECRET, app.credentials().appSecret());
			properties.setProperty(REGION, app.brand().name().toLowerCase(Locale.ROOT));
			try (Writer writer = Files.newBufferedWriter(draft)) {
				properties.store(writer, COMMENT);
			}
			Files.move(draft, this.path, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}

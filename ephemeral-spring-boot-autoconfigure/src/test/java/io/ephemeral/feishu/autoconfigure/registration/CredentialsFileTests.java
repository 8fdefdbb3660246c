package io.ephemeral.feishu.autoconfigure.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.registration.RegisteredApp;
import io.ephemeral.feishu.registration.TenantBrand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CredentialsFileTests {

	private static final RegisteredApp APP = new RegisteredApp(new AppCredentials("cli_1", "s3cr3t=#:"),
			TenantBrand.LARK, null);

	@TempDir
	private Path folder;

	private CredentialsFile file() {
		return new CredentialsFile(this.folder.resolve("credentials.properties"));
	}

	@Test
	void readWhenWrittenThenIsTheSameApp() throws IOException {
		assertThat(file().read()).isEmpty();

		file().write(APP);

		assertThat(file().read()).hasValue(APP);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path()))).isEqualTo("rw-------");
		assertThat(this.folder).as("no draft is left").isDirectoryNotContaining("glob:**.tmp");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "feishu.app-id=cli_1", "feishu.app-secret=s3cr3t", "feishu.app-id=\\u00zz",
			"feishu.app-id=cli_1\nfeishu.app-secret=s3cr3t\nfeishu.region=mars" })
	void readWhenFileIsBrokenThenSaysSoWithoutItsContent(String content) throws IOException {
		Files.writeString(file().path(), content);

		assertThatExceptionOfType(RegistrationSetupException.class).isThrownBy(() -> file().read())
			.withMessageContaining(file().path().toString())
			.withMessageNotContaining("s3cr3t")
			.satisfies((ex) -> assertThat(ex.action()).contains("delete it"));
	}

	@Test
	void requireUsableWhenFolderIsMissingThenFails() {
		CredentialsFile lost = new CredentialsFile(this.folder.resolve("missing/credentials.properties"));

		assertThatExceptionOfType(RegistrationSetupException.class).isThrownBy(lost::requireUsable)
			.withMessageContaining("does not exist");
	}

	@Test
	void requireUsableWhenThereIsNoRepositoryThenAccepts() {
		assertThatNoException().isThrownBy(file()::requireUsable);
	}

	@Test
	void requireUsableWhenGitDoesNotIgnoreFileThenFails() throws Exception {
		git("init", "--quiet");

		assertThatExceptionOfType(RegistrationSetupException.class).isThrownBy(file()::requireUsable)
			.satisfies((ex) -> assertThat(ex.action()).contains("Add credentials.properties to .gitignore"));

		Files.writeString(this.folder.resolve(".gitignore"), "credentials.properties\n");
		assertThatNoException().isThrownBy(file()::requireUsable);
	}

	@Test
	void requireUsableWhenFileIsInRepositoryThenFailsAlthoughIgnored() throws Exception {
		git("init", "--quiet");
		Files.writeString(file().path(), "");
		git("add", "credentials.properties");
		Files.writeString(this.folder.resolve(".gitignore"), "credentials.properties\n");

		assertThatExceptionOfType(RegistrationSetupException.class).isThrownBy(file()::requireUsable);
	}

	@Test
	void requireUsableWhenRepositoryIsBrokenThenFails() throws IOException {
		Files.writeString(this.folder.resolve(".git"), "gitdir: /nowhere\n");

		assertThatExceptionOfType(RegistrationSetupException.class).isThrownBy(file()::requireUsable)
			.withMessageContaining("did not report");
	}

	private void git(String... arguments) throws Exception {
		String[] command = new String[arguments.length + 1];
		command[0] = "git";
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		assertThat(new ProcessBuilder(command).directory(this.folder.toFile()).start().waitFor()).isZero();
	}

}

package io.ephemeral.feishu.autoconfigure.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Check that git cannot add a file to a repository by accident.
 */
final class GitCheck {

	private static final int TIMEOUT = 10;

	private GitCheck() {
	}

	/**
	 * Requires that git ignores a file. A folder without a repository is accepted.
	 * @param file absolute path in an existing folder; the file need not exist
	 * @throws RegistrationSetupException if git does not ignore it, or cannot be asked
	 */
	static void requireIgnored(Path file) {
		Path folder = file.getParent();
		if (folder == null || !isInRepository(folder)) {
			return;
		}
		int status = run(folder, "git", "check-ignore", "--quiet", "--", String.valueOf(file.getFileName()));
		if (status == 1) {
			throw new RegistrationSetupException("git does not ignore the credentials file " + file,
					"Add " + file.getFileName() + " to .gitignore, and remove it from the repository if it is there.",
					null);
		}
		if (status != 0) {
			throw cannotAsk(folder, null);
		}
	}

	private static boolean isInRepository(Path folder) {
		for (Path parent = folder; parent != null; parent = parent.getParent()) {
			if (Files.exists(parent.resolve(".git"))) {
				return true;
			}
		}
		return false;
	}

	private static int run(Path folder, String... command) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		// Git hooks set these variables, which can point to another repository.
		builder.environment().keySet().removeIf((name) -> name.startsWith("GIT_"));
		try {
			Process git = builder.start();
			if (!git.waitFor(TIMEOUT, TimeUnit.SECONDS)) {
				git.destroyForcibly();
				throw cannotAsk(folder, null);
			}
			return git.exitValue();
		}
		catch (IOException ex) {
			throw cannotAsk(folder, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw cannotAsk(folder, ex);
		}
	}

	private static RegistrationSetupException cannotAsk(Path folder, @Nullable Throwable cause) {
		return new RegistrationSetupException("git did not report whether it ignores the credentials file in " + folder,
				"Install git, or set 'feishu.registration.credentials-file' to a file outside of any repository.",
				cause);
	}

}

package io.ephemeral.feishu.autoconfigure.sharing;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Failure to share something with other instances, because the application lacks a bean
 * or a table.
 */
public final class SharingSetupException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String action;

	private final String module;

	/**
	 * Creates the exception.
	 * @param module what the instances share over: {@code redis} or {@code jdbc}
	 * @param problem what is missing, as a sentence without the period
	 * @param action what the reader can do, as a sentence
	 */
	public SharingSetupException(String module, String problem, String action) {
		super(problem);
		this.module = module;
		this.action = action;
	}

	/**
	 * Returns a bean that the sharing needs.
	 * @param <T> type of the bean
	 * @param present the bean; null if the application has none
	 * @param module what the instances share over
	 * @param problem what is missing
	 * @param action what the reader can do
	 * @return the bean
	 */
	public static <T> T require(@Nullable T present, String module, String problem, String action) {
		if (present == null) {
			throw new SharingSetupException(module, problem, action);
		}
		return present;
	}

	/**
	 * Returns the credentials, which name and seal what instances share.
	 * @param credentials supplier of the credentials, if there is one
	 * @param module what the instances share over
	 * @return the supplier
	 */
	public static CredentialsSupplier require(ObjectProvider<CredentialsSupplier> credentials, String module) {
		return require(credentials.getIfAvailable(), module,
				"The application has its own TokenSource, so the id and the secret of the app are not known",
				"Define a bean of the type CredentialsSupplier with the id and the secret of the app.");
	}

	String action() {
		return this.action;
	}

	String module() {
		return this.module;
	}

}

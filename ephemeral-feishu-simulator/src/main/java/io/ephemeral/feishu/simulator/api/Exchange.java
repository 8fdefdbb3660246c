package io.ephemeral.feishu.simulator.api;

/**
 * Request to the API with its response.
 *
 * @param answer the response, also if a fault kept it from the client
 * @param processed whether the operation saw the request
 */
public record Exchange(ApiRequest request, HttpAnswer answer, boolean processed) {

}

"""The shipped files — Dockerfile, compose.yaml, .env.example, deploy/ — carried out on this machine, without a container engine."""

"""What is installed here: the build, what it finds on this machine."""

"""The consistency report: pages for reviewers, made of what a check found, as an MkDocs site or part of one."""

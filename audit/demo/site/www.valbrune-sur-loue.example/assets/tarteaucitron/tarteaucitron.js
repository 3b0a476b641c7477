/* Gestionnaire de consentement : version de démonstration, sans aucun service. */
var tarteaucitron={job:[],init:function(){},userInterface:{openPanel:function(){}}};
